import Auth
import Schema

/// The changes that an `OrganizationUpdateInput` asks for, or what an `OrganizationCreateInput` begins with, each
/// checked by itself.
struct OrganizationPatch: Sendable {
    private let name: InputField<String>
    private let slug: InputField<String>
    private let description: InputField<String>
    private let industry: InputField<String>
    private let countryCode: InputField<String>
    private let locale: InputField<String>
    private let isPublic: InputField<Bool>
    /// An IANA name, if the database knows it.
    let timeZone: InputField<String>

    init(_ input: OrganizationUpdateInput, _ errors: inout InputErrors) {
        name = input.name.map { errors.required($0, "name", maximumLength: 200) }
        slug = input.slug.map { $0.lowercased() }
        description = input.description
        industry = input.industry.map { errors.required($0, "industry", maximumLength: 200) }
        countryCode = input.countryCode.map { $0.uppercased() }
        locale = input.locale
        isPublic = input.isPublic
        timeZone = input.timeZone
        checkPresence(&errors)
        checkForms(&errors)
    }

    init(_ input: OrganizationCreateInput, _ errors: inout InputErrors) {
        name = .absent
        slug = InputField(input.slug?.lowercased())
        description = InputField(input.description)
        industry = InputField(input.industry).map { errors.required($0, "industry", maximumLength: 200) }
        countryCode = InputField(input.countryCode?.uppercased())
        locale = InputField(input.locale)
        isPublic = .absent
        timeZone = InputField(input.timeZone)
        checkForms(&errors)
    }

    /// Nil for a slug that is made from the name.
    var slugGiven: String? { slug.given }

    /// What an organization of this name is founded with.
    func founded(name: String) -> OrganizationProfile {
        OrganizationProfile(
            name: name,
            description: description.given,
            industry: industry.given,
            countryCode: countryCode.given,
            timeZone: timeZone.given ?? "UTC",
            locale: locale.given ?? "en"
        )
    }

    func applied(to current: OrganizationValues) -> OrganizationValues {
        var values = current
        if let name = name.given { values.name = name }
        if let slug = slug.given { values.slug = slug }
        if !description.isAbsent { values.description = description.given }
        if !industry.isAbsent { values.industry = industry.given }
        if !countryCode.isAbsent { values.countryCode = countryCode.given }
        if let timeZone = timeZone.given { values.timeZone = timeZone }
        if let locale = locale.given { values.locale = locale }
        if let isPublic = isPublic.given { values.isPublic = isPublic }
        return values
    }

    /// What every organization has cannot be cleared.
    private func checkPresence(_ errors: inout InputErrors) {
        if name == .null { errors.addRequired("name") }
        if slug == .null { errors.addRequired("slug") }
        if timeZone == .null { errors.addRequired("timeZone") }
        if locale == .null { errors.addRequired("locale") }
        if isPublic == .null { errors.addRequired("isPublic") }
    }

    private func checkForms(_ errors: inout InputErrors) {
        if let slug = slug.given, !OrganizationSlugForm.holds(slug) {
            errors.add(.invalid, OrganizationSlugForm.explanation, "slug")
        }
        if let description = description.given {
            errors.check(text: description, "description", maximumLength: 4_000)
        }
        if let code = countryCode.given, code.utf8.count != 2 || !code.utf8.allSatisfy(Self.isUpperCase) {
            errors.add(.invalid, "A country is two letters (ISO 3166-1), such as \"DE\".", "countryCode")
        }
        if let locale = locale.given, !LanguageTag.isValid(locale) {
            errors.add(.invalid, LanguageTag.explanation, "locale")
        }
    }

    private static func isUpperCase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

extension InputField {
    /// Absent for nil.
    fileprivate init(_ value: Value?) {
        self = value.map(InputField.value) ?? .absent
    }
}
