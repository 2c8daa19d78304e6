public import FoundationEssentials
public import Time

/// The accessors of ``Row`` for columns that may be NULL.
extension Row {
    public func optionalBool(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
    public func optionalInt16(_ column: Int) -> Int16? { isNull(column) ? nil : int16(column) }
    public func optionalInt32(_ column: Int) -> Int32? { isNull(column) ? nil : int32(column) }
    public func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }
    public func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
    public func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
    public func optionalDecimal(_ column: Int) -> String? { isNull(column) ? nil : decimal(column) }
    public func optionalUUID(_ column: Int) -> UUID? { isNull(column) ? nil : uuid(column) }
    public func optionalTimestamp(_ column: Int) -> Timestamp? { isNull(column) ? nil : timestamp(column) }
    public func optionalDate(_ column: Int) -> CalendarDate? { isNull(column) ? nil : date(column) }
    public func optionalString(_ column: Int) -> String? { isNull(column) ? nil : string(column) }
    public func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
    /// Valid while the result set lives.
    public func optionalUTF8(_ column: Int) -> UnsafeRawBufferPointer? { isNull(column) ? nil : utf8(column) }
    /// Valid while the result set lives.
    public func optionalJSON(_ column: Int) -> UnsafeRawBufferPointer? { isNull(column) ? nil : json(column) }
    public func optionalTexts(_ column: Int) -> [String]? { isNull(column) ? nil : texts(column) }
    public func optionalUUIDs(_ column: Int) -> [UUID]? { isNull(column) ? nil : uuids(column) }
}
