import Auth
import FoundationEssentials
import Glibc
import Time

/// The check of an access token: microseconds of CPU time from the token's text to the viewer with their rights, the
/// least of 20 rounds of 2,000 checks.
@main
struct TokenBenchmark {
    static func main() throws {
        let key = try TokenKey(id: "current", secret: (0..<64).map { UInt8($0) })
        let codec = AccessTokenCodec(keys: try TokenKeys(current: key), issuer: "rollcall", audience: "rollcall")
        let now = Timestamp.now()
        for (name, membership) in memberships {
            let claims = AccessTokenClaims(
                userID: UUID(),
                sessionID: UUID(),
                sessionEpoch: 1,
                membership: membership,
                isPlatformAdmin: false,
                issuedAt: now,
                expiresAt: now.adding(minutes: 15)
            )
            let token = try codec.sign(claims)
            let time = try microseconds { Viewer(try codec.verify(token, now: now)).rights.key.count }
            print("\(name), \(token.utf8.count) bytes: \(time) µs")
        }
    }

    private static var memberships: [(String, AccessTokenClaims.Membership?)] {
        let grantable = Permission.allCases.filter(\.isGrantable)
        return [
            ("without an organization", nil),
            ("a member", membership([])),
            ("a member with 10 permissions of custom roles", membership(PermissionSet(grantable.prefix(10)))),
            ("a member with all \(grantable.count) of them", membership(PermissionSet(grantable))),
        ]
    }

    private static func membership(_ permissions: PermissionSet) -> AccessTokenClaims.Membership {
        AccessTokenClaims.Membership(
            organizationID: UUID(),
            memberID: UUID(),
            memberEpoch: 1,
            role: .member,
            customPermissions: permissions
        )
    }

    /// - Parameter check: answers something of its result, which keeps it from being optimized away.
    private static func microseconds(_ check: () throws -> Int) throws -> Double {
        let count = 2_000
        var best = Double.infinity
        for _ in 0..<20 {
            let start = processorMicroseconds()
            for _ in 0..<count {
                let result = try check()
                precondition(result > 0)
            }
            best = min(best, (processorMicroseconds() - start) / Double(count))
        }
        return best
    }

    private static func processorMicroseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000_000 + Double(time.tv_nsec) / 1_000
    }
}
