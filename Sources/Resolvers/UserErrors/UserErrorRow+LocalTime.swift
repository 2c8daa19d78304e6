import Schema
import Time

extension UserErrorRow {
    /// - Parameter path: of the local time.
    static func localTime(_ error: LocalTimeError, path: [String]) -> UserErrorRow {
        switch error {
        case .invalid:
            let generic = GenericErrorRow(
                code: .localTimeInvalid,
                message: "The clocks never showed this time, or not with this offset.",
                path: path
            )
            return .localTime(LocalTimeErrorRow(error: generic, candidates: []))
        case .ambiguous(let earlier, let later):
            let generic = GenericErrorRow(
                code: .localTimeAmbiguous,
                message: "The clocks showed this time twice: give the offset, or the instant.",
                path: path
            )
            return .localTime(LocalTimeErrorRow(error: generic, candidates: [earlier, later]))
        }
    }
}
