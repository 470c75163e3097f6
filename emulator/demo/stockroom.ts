// What the demo agency keeps in its cupboards. Makers and shops are made up.

export interface Stocked {
  readonly label: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly category: string;
  readonly location: string;
  readonly minimum: number;
  readonly reorderTo: number;
  readonly price: number;
  readonly opening: number;
}

/** Category and place; then for each item name, specification, unit, minimum, reorder to, price and opening stock. */
const shelves: readonly (readonly [string, string, string])[] = [
  [
    '文具',
    '文具柜',
    `签字笔|黑色 0.5|支|30|120|1.5|96
签字笔|红色 0.5|支|10|40|1.5|28
签字笔|蓝色 0.5|支|10|40|1.5|33
铅笔|HB|支|20|80|0.8|64
橡皮|通用|块|10|30|1|22
荧光笔|黄色|支|10|40|2.5|26
记号笔|黑色 油性|支|10|40|2|31
白板笔|黑色|支|12|48|3|40
白板笔|红色|支|6|24|3|15
白板擦|磁性|个|3|8|6|5
订书机|12号|个|2|6|18|5
订书钉|12号|盒|10|40|2|34
回形针|29 mm|盒|8|30|2.5|21
长尾夹|25 mm|盒|6|20|8|14
长尾夹|41 mm|盒|4|12|12|9
固体胶|21 克|支|10|40|3|27
双面胶|12 mm|卷|8|24|2|18
透明胶带|48 mm|卷|8|30|5|19
美工刀|18 mm|把|3|10|6|6
剪刀|170 mm|把|3|10|9|7
直尺|30 cm|把|3|10|2|8
计算器|12 位|个|2|5|35|4
印泥|红色|盒|2|5|12|4
便利贴|76×76 mm|本|15|60|3|52`,
  ],
  [
    '纸张',
    '纸品架',
    `打印纸|A4 70克|包|20|80|22|74
打印纸|A3 70克|包|4|12|45|9
彩色纸|A4 五色|包|4|12|28|7
卡纸|A4 180克|包|3|10|26|8
相片纸|A4 光面|包|2|6|38|5
笔记本|A5 80页|本|20|80|6|66
信封|5号 牛皮纸|个|50|200|0.3|150
信封|C4 牛皮纸|个|30|120|0.8|95
文件袋|A4 透明|个|20|80|1.2|61
文件夹|A4 双夹|个|10|40|8|32
档案盒|55 mm|个|10|40|9|27
资料册|40 页|本|5|20|12|13
收据|三联|本|5|20|6|15
签到表|A4|本|5|15|7|10`,
  ],
  [
    '耗材',
    '设备间',
    `硒鼓|样本 S-12|个|2|6|260|4
墨盒|范例 F-3 黑|盒|2|6|120|5
墨盒|范例 F-3 彩|盒|2|6|145|4
电池|5号|节|12|48|2|40
电池|7号|节|12|48|2|36
插线板|6 位 3 米|个|2|6|49|4
优盘|64 GB|个|3|10|45|6
鼠标|有线|个|2|6|39|5`,
  ],
  [
    '清洁',
    '清洁间',
    `抽纸|三层 130 抽|包|24|96|4|27
卷纸|四层|卷|24|96|3|70
擦手纸|200 抽|包|12|48|6|35
洗手液|500 ml|瓶|4|16|15|11
消毒液|1 升|瓶|4|12|18|9
洗洁精|1 升|瓶|2|8|12|6
垃圾袋|45×50 cm|卷|10|40|5|28
垃圾袋|80×100 cm|卷|6|24|9|17
抹布|30×30 cm|块|10|30|3|21
橡胶手套|中号|双|4|12|8|8`,
  ],
  [
    '茶水',
    '茶水间',
    `桶装水|18.9 升|桶|4|16|18|13
纸杯|250 ml|包|10|40|8|33
茶叶|绿茶 250 克|罐|2|6|68|4
茶叶|红茶 250 克|罐|2|6|72|5
速溶咖啡|30 条|盒|2|8|42|6
白砂糖|小包 100 条|盒|1|4|15|3`,
  ],
];

export const stockroom: readonly Stocked[] = shelves.flatMap(([category, location, lines]) =>
  lines.split('\n').map((line) => {
    const [name = '', spec = '', unit = '', ...numbers] = line.split('|');
    const [minimum = 0, reorderTo = 0, price = 0, opening = 0] = numbers.map(Number);
    return { label: `${name} ${spec}`, name, spec, unit, category, location, minimum, reorderTo, price, opening };
  }),
);

/** What departments ask for, with its purpose. */
export const wishes: readonly { readonly purpose: string; readonly lines: readonly (readonly [string, number])[] }[] = [
  {
    purpose: '社区小组活动',
    lines: [
      ['彩色纸 A4 五色', 1],
      ['固体胶 21 克', 4],
      ['剪刀 170 mm', 2],
    ],
  },
  {
    purpose: '日常办公',
    lines: [
      ['签字笔 黑色 0.5', 6],
      ['笔记本 A5 80页', 3],
    ],
  },
  {
    purpose: '整理个案档案',
    lines: [
      ['档案盒 55 mm', 4],
      ['文件袋 A4 透明', 10],
    ],
  },
  {
    purpose: '志愿者培训',
    lines: [
      ['打印纸 A4 70克', 4],
      ['白板笔 黑色', 3],
      ['便利贴 76×76 mm', 5],
    ],
  },
  { purpose: '活动室补充', lines: [['抽纸 三层 130 抽', 4]] },
  {
    purpose: '项目评估会',
    lines: [
      ['纸杯 250 ml', 2],
      ['签到表 A4', 1],
    ],
  },
  { purpose: '打印学习资料', lines: [['打印纸 A4 70克', 5]] },
  { purpose: '话筒、门铃换电池', lines: [['电池 5号', 8]] },
  {
    purpose: '长者健康讲座',
    lines: [
      ['信封 C4 牛皮纸', 20],
      ['荧光笔 黄色', 5],
    ],
  },
];
