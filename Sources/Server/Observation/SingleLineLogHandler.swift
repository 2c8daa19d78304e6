import Logging

/// Keeps every log entry on one line, whatever text of others it quotes: nobody can make entries of their own.
struct SingleLineLogHandler: LogHandler {
    private var base: any LogHandler

    init(_ base: any LogHandler) {
        self.base = base
    }

    var logLevel: Logger.Level {
        get { base.logLevel }
        set { base.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { base.metadata }
        set { base.metadata = newValue.mapValues(Self.singleLine) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { base[metadataKey: key] }
        set { base[metadataKey: key] = newValue.map(Self.singleLine) }
    }

    func log(event: LogEvent) {
        var event = event
        event.message = "\(Self.singleLine(event.message.description))"
        event.metadata = event.metadata?.mapValues(Self.singleLine)
        base.log(event: event)
    }

    private static func singleLine(_ value: Logger.Metadata.Value) -> Logger.Metadata.Value {
        .string(singleLine(value.description))
    }

    private static func singleLine(_ text: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .lineSeparator
                || scalar.properties.generalCategory == .paragraphSeparator
        }
        return text.unicodeScalars.split(whereSeparator: isControl).map(String.init).joined(separator: " ")
    }
}
