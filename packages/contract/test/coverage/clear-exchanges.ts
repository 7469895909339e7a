export { clearExchanges as setup } from "../../src/exchange-log.ts";
