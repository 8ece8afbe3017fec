// Where Weir is, and with which key it is called.
export const url = `${required('WEIR_URL').replace(/\/$/, '')}/api/v1`;
export const key = required('WEIR_KEY');
export const model = 'sim/small';

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start ./weir serve, then set WEIR_URL to its address and WEIR_KEY to its inference key.`);
  }

  return value;
}
