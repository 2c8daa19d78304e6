/// The texts of the page for browsers.
enum GraphiQLPage {
    static let page = """
        <!DOCTYPE html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Rollcall GraphiQL</title>
            <style>html, body, #graphiql { height: 100%; margin: 0; }</style>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/graphql/static/graphiql.min.css">
          </head>
          <body>
            <div id="graphiql">Loading …</div>
            <noscript>This page needs JavaScript. The API itself answers POST /graphql.</noscript>
            <script src="/graphql/static/react.production.min.js"></script>
            <script src="/graphql/static/react-dom.production.min.js"></script>
            <script src="/graphql/static/graphiql.min.js"></script>
            <script src="/graphql/static/rollcall.js"></script>
          </body>
        </html>

        """

    static let missing = """
        <!DOCTYPE html>
        <html lang="en">
          <head><meta charset="utf-8"><title>Rollcall</title></head>
          <body>
            <h1>Rollcall</h1>
            <p>The GraphQL API answers <code>POST /graphql</code>. GraphiQL is not installed here: run
            <code>scripts/fetch-graphiql .rollcall</code>, or set <code>GRAPHIQL_DIRECTORY</code> to its files,
            and restart the server.</p>
          </body>
        </html>

        """

    static let script = #"""
        const example = `# Sign in, then put the accessToken into the header below:
        #
        # mutation {
        #   authLogin(input: { identifier: "owner@demo.example", password: "…" }) {
        #     tokens { accessToken }
        #     userErrors { code message }
        #   }
        # }

        {
          server { version }
          viewer { user { displayName } organization { name } }
        }

        # With the token:
        #
        # {
        #   organization {
        #     name
        #     employees(first: 5) {
        #       totalCount
        #       nodes {
        #         fullName
        #         department { name }
        #         attendanceRecords(first: 3) { nodes { workDate workedMinutes } }
        #       }
        #     }
        #   }
        # }
        `;
        ReactDOM.render(
          React.createElement(GraphiQL, {
            fetcher: GraphiQL.createFetcher({ url: "/graphql", headers: { "x-rollcall-csrf": "1" } }),
            defaultQuery: example,
            defaultHeaders: '{\n  "Authorization": "Bearer TOKEN"\n}',
            defaultEditorToolsVisibility: "headers",
            isHeadersEditorEnabled: true,
            shouldPersistHeaders: false,
          }),
          document.getElementById("graphiql"),
        );

        """#
}
