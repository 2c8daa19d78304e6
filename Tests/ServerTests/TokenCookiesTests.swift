import HTTPTypes
import Resolvers
import Testing
import Time

@testable import Server

@Suite struct TokenCookiesTests {
    private let cookies = TokenCookies(settings: CookieSettings())

    private func headers(_ lines: [String], isProtected: Bool = false, token: String? = nil) -> HTTPFields {
        var fields = HTTPFields()
        for line in lines { fields.append(HTTPField(name: .cookie, value: line)) }
        if isProtected { fields[HTTPHeaders.forgeryProtection] = "1" }
        fields[.authorization] = token
        return fields
    }

    @Test(
        arguments: [
            (["__Host-rollcall_access=a.b-c; __Host-rollcall_refresh=d"], "a.b-c", "d"),
            (["theme=dark;__Host-rollcall_refresh=d"], nil, "d"), (["__Host-rollcall_access=a", "x=y"], "a", nil),
            (["__Host-rollcall_access=a; __Host-rollcall_access=b"], "a", nil), (["__Host-rollcall_access="], nil, nil),
            (["rollcall_access=a; x__Host-rollcall_refresh=b; =; ;"], nil, nil), ([], nil, nil),
        ] as [([String], String?, String?)]
    )
    func reads(_ lines: [String], _ access: String?, _ refresh: String?) {
        #expect(cookies.read(headers(lines)) == TokenCookies.Found(access: access, refresh: refresh))
    }

    @Test func aCookieAloneMayBeForged() {
        let line = ["__Host-rollcall_refresh=d"]
        #expect(cookies.mayBeForged(headers(line)))
        #expect(!cookies.mayBeForged(headers(line, isProtected: true)))
        #expect(!cookies.mayBeForged(headers(line, token: "Bearer x")))
        #expect(!cookies.mayBeForged(headers(["theme=dark"])))
        #expect(cookies.session(headers(line)) == nil)
        #expect(cookies.session(headers(line, isProtected: true))?.isInUse == true)
        #expect(cookies.session(headers(line, isProtected: true))?.refreshToken == "d")
        #expect(cookies.session(headers(line, isProtected: true, token: "Bearer x"))?.isInUse == false)
        #expect(cookies.session(headers([], isProtected: true))?.isInUse == false)
    }

    @Test func clearsBoth() {
        let fields = cookies.fields(for: .clear, now: Timestamp(secondsSinceEpoch: 0))
        #expect(fields.map(\.name) == [.setCookie, .setCookie])
        let rest = "=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict"
        #expect(fields.map(\.value) == ["__Host-rollcall_access\(rest)", "__Host-rollcall_refresh\(rest)"])
    }

    @Test func canDoWithoutHTTPS() {
        let plain = TokenCookies(settings: CookieSettings(isSecure: false, sameSite: .lax))
        let fields = plain.fields(for: .clear, now: Timestamp(secondsSinceEpoch: 0))
        #expect(fields[0].value == "rollcall_access=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
        #expect(plain.read(headers(["rollcall_access=a"])).access == "a")
    }
}
