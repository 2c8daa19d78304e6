/// What libFuzzer calls with every input that it has made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    if let kind = input.first.flatMap(FuzzedPart.init) { kind.fuzz(Array(input.dropFirst())) }
    return 0
}
