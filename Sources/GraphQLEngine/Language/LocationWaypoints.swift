import Synchronization

/// Locations at regular distances in a source, collected when the first error asks for them, so that many
/// errors in a long source cost no more than reading it once.
final class LocationWaypoints: Sendable {
    private static let distance = 1_024

    /// The locations of the byte offsets 0, 1,024, 2,048 and so on, as far as they were asked for.
    private let locations = Mutex<[SourceLocation]>([])

    func location(at offset: Int, in bytes: [UInt8]) -> SourceLocation {
        let number = offset / LocationWaypoints.distance
        let waypoint = locations.withLock { locations in
            if locations.isEmpty { locations.append(SourceLocation(line: 1, column: 1)) }
            while locations.count <= number {
                let end = locations.count * LocationWaypoints.distance
                let start = end - LocationWaypoints.distance
                locations.append(LocationWaypoints.advance(locations[locations.count - 1], start..<end, bytes))
            }
            return locations[number]
        }
        return LocationWaypoints.advance(waypoint, (number * LocationWaypoints.distance)..<offset, bytes)
    }

    private static func advance(
        _ location: SourceLocation,
        _ range: Range<Int>,
        _ bytes: [UInt8]
    ) -> SourceLocation {
        var (line, column) = (location.line, location.column)
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "\r") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"):
                break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
            case 0x80..<0xC0: break
            case 0xF0...: column += 2
            default: column += 1
            }
        }
        return SourceLocation(line: line, column: column)
    }
}
