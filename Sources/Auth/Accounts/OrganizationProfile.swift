/// What an organization is founded with. Whoever makes one has checked the values, all but the time zone's existence.
public struct OrganizationProfile: Sendable {
    public var name: String
    public var description: String?
    public var industry: String?
    /// Two letters of ISO 3166-1.
    public var countryCode: String?
    /// An IANA name.
    public var timeZone: String
    public var locale: String

    public init(
        name: String,
        description: String? = nil,
        industry: String? = nil,
        countryCode: String? = nil,
        timeZone: String = "UTC",
        locale: String = "en"
    ) {
        self.name = name
        self.description = description
        self.industry = industry
        self.countryCode = countryCode
        self.timeZone = timeZone
        self.locale = locale
    }
}
