import JSON

extension ItemList {
    /// The response of ``query``, by a serializer that knows nothing else.
    public func writtenByHand() -> [UInt8] {
        var json = JSONWriter(initialCapacity: 16 * 1024)
        json.append(#"{"data":{"items":["#)
        for (index, item) in items.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            json.append(#"{"a":"#)
            json.writeInt(Int64(item.number))
            json.append(#","b":"#)
            json.writeInt(Int64(item.number &+ 1))
            for key: StaticString in [#","c":"#, #","d":"#, #","e":"#, #","f":"#] {
                json.append(key)
                json.writeString(item.text)
            }
            json.append(#","g":"#)
            json.writeBool(item.number % 2 == 0)
            json.append(#","h":"#)
            json.writeDouble(Double(item.number) * 0.5)
            json.append(#","i":"#)
            json.writeInt(Int64(item.number))
            json.append(#","j":"#)
            json.writeString(item.text)
            json.append("}")
        }
        json.append("]}}")
        return json.takeBytes()
    }
}
