// Answers questions about GraphQL, a JSON object per line of standard input, with one line each.
await Driver.run()
