/// The pictures that browsers show and that carry no programs.
public enum ImageType: String, CaseIterable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webP = "image/webp"
    case gif = "image/gif"

    /// What the first bytes of a file say that it is; nil for everything else.
    ///
    /// Signatures: PNG (ISO 15948, 5.2), JPEG (ITU T.81, B.1.1.3), WebP (RFC 9649, 2.4), GIF89a (17).
    public init?(firstBytes bytes: some Collection<UInt8>) {
        let start = Array(bytes.prefix(12))
        switch start {
        case _ where start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]): self = .png
        case _ where start.starts(with: [0xFF, 0xD8, 0xFF]): self = .jpeg
        case _ where start.starts(with: Array("GIF87a".utf8)) || start.starts(with: Array("GIF89a".utf8)): self = .gif
        case _ where start.starts(with: Array("RIFF".utf8)) && start.suffix(4).elementsEqual(Array("WEBP".utf8)):
            self = .webP
        default: return nil
        }
    }

    /// The media type, as in `Content-Type`.
    public var mediaType: String { rawValue }
}
