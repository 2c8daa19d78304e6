"use strict"
// The work of EngineBenchmark's Times.swift by graphql-js, printed in the same form:
//     node graphql_js.js GRAPHQL FOLDER
// GRAPHQL is the folder of the library, FOLDER that of the inputs.
const fs = require("node:fs")
const path = require("node:path")

const [library, folder] = process.argv.slice(2).map((argument) => path.resolve(argument))
const { buildASTSchema, buildSchema, execute, parse, validate } = require(library)

const read = (name) => fs.readFileSync(path.join(folder, name), "utf8")
const [sdl, query] = [read("schema.graphql"), read("introspection.graphql")]
const definitions = parse(sdl)
const schema = buildSchema(sdl)
const document = parse(query)

const items = Array.from({ length: 10_000 }, (_, number) => {
  const text = `some text number ${number}`
  return {
    a: number, b: number + 1, c: text, d: text, e: text, f: text, g: number % 2 === 0, h: number * 0.5, i: number, j: text,
  }
})
const itemSchema = buildSchema(`
  type Query { items: [Item!]! }
  type Item { a: Int! b: Int! c: String! d: String! e: String f: String! g: Boolean! h: Float! i: Int j: ID! }`)
const itemDocument = parse("{ items { a b c d e f g h i j } }")

/** Milliseconds of CPU time of the whole process: its compiler and garbage collector have threads of their own. */
function processorMilliseconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Prints a line for a measure: 40 rounds of at least 2 ms each, after a second in which the code gets compiled. */
function report(name, run) {
  const start = processorMilliseconds()
  let result
  let count = 0
  do {
    result = run()
    count += 1
  } while (processorMilliseconds() - start < 1000 || count < 5)
  const repetitions = Math.max(1, Math.floor((2 * count) / (processorMilliseconds() - start)))
  const rounds = Array.from({ length: 40 }, () => {
    const start = processorMilliseconds()
    for (let repetition = 0; repetition < repetitions; repetition++) result = run()
    return (processorMilliseconds() - start) / repetitions
  }).sort((one, other) => one - other)
  console.log(`${name}\t${rounds[0]}\t${rounds[20]}\t${result}`)
}

report("parse the introspection query", () => parse(query).definitions.length)
report("parse the schema", () => parse(sdl).definitions.length)
report("validate the introspection query", () => validate(schema, document).length)
report("build the schema from its text", () => Object.keys(buildSchema(sdl).getTypeMap()).length)
report("build the schema from its document, unchecked",
  () => Object.keys(buildASTSchema(definitions, { assumeValidSDL: true }).getTypeMap()).length)
report("execute and write the introspection", () => JSON.stringify(execute({ schema, document })).length)
report("execute and write 10,000 objects",
  () => JSON.stringify(execute({ schema: itemSchema, document: itemDocument, rootValue: { items } })).length)
