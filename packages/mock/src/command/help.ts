/** What `--help` prints. */
export const help = `Mock of the Testsigma Test Management API (unofficial)

Usage
  testsigma-mock [document] [options]         serve answers from the API description
  testsigma-mock proxy <upstream> [options]   check live traffic with Prism's proxy

  document               another OpenAPI document to serve (YAML or JSON file)

Options
  -p, --port <number>    port to listen on; 0 takes a free one (4010)
  -h, --host <address>   address to listen on (127.0.0.1: this machine only)
  -d, --dynamic          answer with generated data instead of the examples
      --seed <text>      make generated data repeatable
      --echo             fill the successful answer from the request
      --scenario <operation=name,name>
                         what to answer next, in this order; may be repeated
      --latency <ms>     how long an answer takes at least (0)
      --invalid-status <400|422>
                         status for a request that breaks the description (422)
      --body-limit <bytes>
                         largest request body (1048576)
      --cors             let web pages of every origin call the mock
  -v, --verbose          also log request bodies and what is wrong with them
      --help             show this text
      --version          show the version
`;
