// The demo agency. Its people are named after plants; domains are reserved for examples, and no telephone in China has
// the area code 0100.

export const domain = 'example.org';
export const officeAccount = `frontdesk-system@${domain}`;

export interface Employee {
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly roles: readonly string[];
  readonly head: boolean;
}

const employee = (name: string, account: string, department: string, ...marks: string[]): Employee => ({
  name,
  email: `${account}@${domain}`,
  department,
  roles: marks.filter((mark) => mark !== 'head'),
  head: marks.includes('head'),
});

export const employees: readonly Employee[] = [
  employee('金银花', 'jinyinhua', '行政人事部', 'front'),
  employee('何首乌', 'heshouwu', '行政人事部', 'front'),
  employee('严冬青', 'yandongqing', '行政人事部', 'hr', 'head'),
  employee('许文竹', 'xuwenzhu', '行政人事部', 'finance', 'staff'),
  employee('向日葵', 'xiangrikui', '行政人事部', 'director'),
  employee('杨柳青', 'yangliuqing', '社区服务部', 'staff', 'head'),
  employee('孔雀兰', 'kongquelan', '社区服务部', 'staff'),
  employee('朱丹枫', 'zhudanfeng', '社区服务部', 'staff'),
  employee('常春藤', 'changchunteng', '社区服务部', 'staff'),
  employee('安石榴', 'anshiliu', '社区服务部', 'staff'),
  employee('文心兰', 'wenxinlan', '青少年服务部', 'staff', 'head'),
  employee('车前草', 'cheqiancao', '青少年服务部', 'staff'),
  employee('马齿苋', 'machixian', '青少年服务部', 'staff'),
  employee('艾蒿', 'aihao', '青少年服务部', 'staff'),
  employee('白芍药', 'baishaoyao', '长者服务部', 'staff', 'head'),
  employee('黄芪', 'huangqi', '长者服务部', 'staff'),
  employee('甘草', 'gancao', '长者服务部', 'staff'),
  employee('夏枯草', 'xiakucao', '长者服务部', 'staff'),
  employee('蒲公英', 'pugongying', '项目发展部', 'staff', 'head'),
  employee('苏叶', 'suye', '项目发展部', 'staff', 'keeper'),
  employee('连翘', 'lianqiao', '项目发展部', 'staff'),
  employee('水仙', 'shuixian', '志愿者中心', 'staff', 'head'),
  employee('景天', 'jingtian', '志愿者中心', 'staff'),
  employee('石楠', 'shinan', '志愿者中心', 'staff'),
];

export const front = employees.filter(({ roles }) => roles.includes('front'));
export const hr = employees.find(({ roles }) => roles.includes('hr'))!;
/** Whom visitors come to see. */
export const hosts = employees.filter(({ roles }) => !roles.includes('front') && !roles.includes('finance'));

const places = employees.map((_, index) => `0100-5550${String(1001 + index)}`);

/** What the set-up wizard is told. */
export const wizard = {
  agency: '百草园社会工作服务中心（演示）',
  language: 'zh',
  region: 'mainland',
  departments: [...new Set(employees.map(({ department }) => department))],
  people: employees.map(({ name, email, department, roles, head }, index) => ({
    name,
    email,
    department,
    roles: [...roles],
    phone: places[index]!,
    ...(head && { head }),
  })),
  hours: { morningFrom: '09:00', morningTo: '12:00', afternoonFrom: '13:30', afternoonTo: '17:30' },
  requestId: 'demo-set-up',
};

/** Name, contact, telephone, address, what they supply, standing. */
export const suppliers: readonly (readonly string[])[] = [
  ['例文办公用品商行', '钱先生', '0100-55502001', '示例市样本路 1 号', '纸张、文具、硒鼓', '合格'],
  ['样本图文快印店', '孙小姐', '0100-55502002', '示例市样本路 18 号', '海报、折页、横幅', '合格'],
  ['示范桶装水配送站', '李师傅', '0100-55502003', '示例市模板街 7 号', '饮用水', '合格'],
  ['模板电脑维修部', '周先生', '0100-55502004', '示例市模板街 22 号', '打印机、电脑维修', '观察'],
  ['范本日用品批发部', '吴女士', '0100-55502005', '示例市样本路 30 号', '清洁、茶水用品', '合格'],
];
