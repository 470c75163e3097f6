// EMULATOR_RECORD collects the Sheets calls that the product makes; the emulator's own tests make wrong ones on purpose.
if (expect.getState().testPath.includes('/test/emulator/')) delete process.env.EMULATOR_RECORD;
