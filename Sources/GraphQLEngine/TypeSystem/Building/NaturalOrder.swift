/// The order of names in which numbers inside them count as numbers: `a2` comes before `a10`.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        var left = Substring(left).utf8
        var right = Substring(right).utf8
        while let leftByte = left.first, let rightByte = right.first {
            if isDigit(leftByte), isDigit(rightByte) {
                let (leftNumber, rightNumber) = (takeNumber(&left), takeNumber(&right))
                if leftNumber != rightNumber { return leftNumber < rightNumber }
            } else if leftByte != rightByte {
                return leftByte < rightByte
            } else {
                left.removeFirst()
                right.removeFirst()
            }
        }
        return left.count < right.count
    }

    /// Takes the digits that come first; a leading zero is a number of its own.
    private static func takeNumber(_ text: inout Substring.UTF8View) -> Double {
        var number = 0.0
        repeat {
            number = number * 10 + Double(text.removeFirst() - UInt8(ascii: "0"))
        } while number > 0 && text.first.map(isDigit) ?? false
        return number
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
