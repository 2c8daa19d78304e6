import GraphQLEngine

/// Something that is wrong in a file.
struct Problem: Sendable, Equatable {
    /// `file:line:column`, or the file alone where the place is not known.
    let place: String
    let message: String
    /// Where else the error has to do with, for example the other definition of the same name.
    let otherPlaces: [String]

    init(place: String, message: String, otherPlaces: [String] = []) {
        self.place = place
        self.message = message
        self.otherPlaces = otherPlaces
    }
}

extension Problem: CustomStringConvertible {
    /// `file:line:column: message`, and an indented line for each further place.
    var description: String {
        (["\(place): \(message)"] + otherPlaces.map { "  \($0): here too" }).joined(separator: "\n")
    }
}

/// All that is wrong with some files.
struct Problems: Error, Equatable {
    let items: [Problem]
}
