import JSON

/// The fields selected on objects of one type, in the order of the response.
///
/// A class with plain buffers, because the writer looks into it for every field of every object: arrays would be
/// retained and released there each time.
final class PlannedSelection: @unchecked Sendable {  // nothing changes after the initializer
    let type: TypeID
    /// Slice of ``Plan/fields``.
    let fields: Range<Int>
    /// Why no object can be shown: the viewer may not see its type, where that is known at execution only, or it
    /// cannot be said which fields are selected.
    let failure: GraphQLError?
    /// What is delivered later; nil where there are no deferred fragments, here or around.
    let deferral: PlannedDeferral?
    /// What stands before each value: `{"id":`, `,"name":` …
    let keys: UnsafeBufferPointer<UnsafeRawBufferPointer>

    init(
        type: TypeID,
        fields: Range<Int>,
        responseKeys: [String],
        failure: GraphQLError?,
        deferral: PlannedDeferral?
    ) {
        self.type = type
        self.fields = fields
        self.failure = failure
        self.deferral = deferral
        let keys = UnsafeMutableBufferPointer<UnsafeRawBufferPointer>.allocate(capacity: responseKeys.count)
        for (index, key) in responseKeys.enumerated() {
            keys.initializeElement(at: index, to: PlannedSelection.keyBytes(key, isFirst: index == 0))
        }
        self.keys = UnsafeBufferPointer(keys)
    }

    deinit {
        for key in keys { key.deallocate() }
        keys.deallocate()
    }

    private static func keyBytes(_ key: String, isFirst: Bool) -> UnsafeRawBufferPointer {
        var writer = JSONWriter(initialCapacity: key.utf8.count + 8)
        writer.append(UInt8(ascii: isFirst ? "{" : ","))
        writer.writeString(key)
        writer.append(UInt8(ascii: ":"))
        return writer.withBytes { bytes in
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
            copy.copyMemory(from: bytes)
            return UnsafeRawBufferPointer(copy)
        }
    }
}
