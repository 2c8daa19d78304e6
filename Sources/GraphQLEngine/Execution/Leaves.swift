public import JSON

/// A column of leaves: a value for every object of a group, in the order of the objects.
@usableFromInline
struct Leaves {
    let write: (inout LeafBlock) -> Void

    @usableFromInline
    init(write: @escaping (inout LeafBlock) -> Void) {
        self.write = write
    }

    init<Value: OutputValue>(_ values: [Value]) {
        write = { block in
            for value in values { block.append(value) }
        }
    }
}

/// The leaves of a group as JSON, column after column, each value's bytes found by its number.
///
/// A column is written in one go, which lets the compiler specialise the loop for its type; an object is then
/// put together by copying bytes.
@usableFromInline
struct LeafBlock: ~Copyable {
    @usableFromInline
    var json: JSONWriter
    /// Where each value ends, behind a first entry of 0.
    @usableFromInline
    let bounds: UnsafeMutablePointer<Int32>
    @usableFromInline
    var count = 0

    /// - Parameter valueCount: values that will be appended at most.
    init(valueCount: Int) {
        json = JSONWriter(initialCapacity: 16 * valueCount)
        bounds = .allocate(capacity: valueCount + 1)
        bounds[0] = 0
    }

    deinit { bounds.deallocate() }

    @inlinable
    mutating func append<Value: OutputValue>(_ value: Value) {
        _ = value.write(to: &json)
        count += 1
        bounds[count] = Int32(truncatingIfNeeded: json.count)
    }

    /// The bytes of a value; valid while the block lives and nothing is appended.
    func value(_ number: Int) -> UnsafeRawBufferPointer {
        let start = Int(bounds[number])
        let end = Int(bounds[number + 1])
        return json.withBytes { UnsafeRawBufferPointer(start: $0.baseAddress.map { $0 + start }, count: end - start) }
    }
}
