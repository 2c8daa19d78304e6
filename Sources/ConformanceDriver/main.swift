import Glibc

// Answers questions about GraphQL, a JSON object per line of standard input, with one line each.
var driver = Driver()
while let line = readLine() {
    if line.isEmpty { continue }
    print(driver.answer(line))
    fflush(nil)
}
