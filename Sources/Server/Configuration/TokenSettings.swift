import Auth
import Crypto

/// Keys and lifetimes of tokens.
struct TokenSettings: Sendable {
    /// Sign access tokens.
    let accessKeys: TokenKeys
    /// Refresh tokens are derived from these.
    let refreshKeys: TokenKeys
    let accessLifetimeMinutes: Int
    let refreshLifetimeDays: Int
    /// Of people who asked to be remembered.
    let rememberedLifetimeDays: Int

    init(_ reader: SettingsReader) throws(SettingError) {
        let hint = "at least 32 random bytes, for example from: openssl rand -base64 48"
        let current = Array(try reader.required("JWT_SECRET_KEY", hint).utf8)
        let previous = reader.optional("JWT_SECRET_KEY_PREVIOUS").map { Array($0.utf8) }
        accessKeys = try Self.keys("JWT_SECRET_KEY", current, previous)
        if let refresh = reader.optional("REFRESH_TOKEN_SECRET_KEY") {
            let previous = reader.optional("REFRESH_TOKEN_SECRET_KEY_PREVIOUS").map { Array($0.utf8) }
            refreshKeys = try Self.keys("REFRESH_TOKEN_SECRET_KEY", Array(refresh.utf8), previous)
        } else {
            refreshKeys = try Self.keys("JWT_SECRET_KEY", Self.derived(current), previous.map(Self.derived))
        }
        accessLifetimeMinutes = try reader.int("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", default: 30, in: 1...1_440)
        refreshLifetimeDays = try reader.int("JWT_REFRESH_TOKEN_EXPIRE_DAYS", default: 7, in: 1...365)
        rememberedLifetimeDays = try reader.int("JWT_REMEMBERED_REFRESH_TOKEN_EXPIRE_DAYS", default: 90, in: 1...365)
    }

    private static func keys(
        _ name: String,
        _ current: [UInt8],
        _ previous: [UInt8]?
    ) throws(SettingError) -> TokenKeys {
        let currentKey = try key(name, current)
        var previousKey: TokenKey?
        if let previous { previousKey = try key("\(name)_PREVIOUS", previous) }
        do {
            return try TokenKeys(current: currentKey, previous: previousKey)
        } catch {
            throw SettingError("\(name)_PREVIOUS must differ from \(name).")
        }
    }

    /// The key's id comes from its bytes, so that a rotation needs no further setting.
    private static func key(_ name: String, _ secret: [UInt8]) throws(SettingError) -> TokenKey {
        do {
            return try TokenKey(id: String(SHA256Digest(of: secret).hexadecimal.prefix(16)), secret: secret)
        } catch {
            throw SettingError("\(name) must have at least \(TokenKey.minimumByteCount) bytes; it has \(secret.count).")
        }
    }

    /// A key for another purpose, from which the first cannot be found out.
    private static func derived(_ secret: [UInt8]) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("rollcall refresh tokens".utf8),
                using: SymmetricKey(data: secret)
            )
        )
    }
}
