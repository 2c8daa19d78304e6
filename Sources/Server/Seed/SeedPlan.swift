/// What the seed makes.
struct SeedPlan: Sendable {
    struct Organization: Sendable {
        let name: String
        let slug: String
        let timeZone: String
        let departmentCount: Int
        let employeeCount: Int
        /// Working days of each employee.
        let dayCount: Int
        let logins: [Login]
    }

    /// A person who can sign in, and who is one of the employees.
    struct Login: Sendable {
        let email: String
        let name: String
        let isOwner: Bool
        /// Position among the employees.
        let employee: Int
    }

    let organizations: [Organization]
    /// Of all logins.
    let password: String
}

extension SeedPlan {
    /// One small organization whose sign-ins the server shows at its start.
    static let demo = SeedPlan(
        organizations: [
            Organization(
                name: "Demo Works",
                slug: "demo",
                timeZone: "Europe/Berlin",
                departmentCount: 5,
                employeeCount: 60,
                dayCount: 14,
                logins: [
                    Login(email: demoOwnerEmail, name: "Demo Owner", isOwner: true, employee: 0),
                    Login(email: demoMemberEmail, name: "Demo Member", isOwner: false, employee: 30),
                ]
            )
        ],
        password: demoPassword
    )

    static let demoOwnerEmail = "owner@demo.example"
    static let demoMemberEmail = "member@demo.example"
    static let demoPassword = "rollcall-demo-sign-in"

    /// Organizations for measuring; each with an owner `owner@company-N.example` and a member.
    static func bulk(organizations: Int, employees: Int, days: Int) -> SeedPlan {
        let timeZones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"]
        let list = (0..<organizations).map { index in
            let slug = "company-\(index + 1)"
            return Organization(
                name: SeedNames.company(index),
                slug: slug,
                timeZone: timeZones[index % timeZones.count],
                departmentCount: min(SeedNames.departments.count, employees),
                employeeCount: employees,
                dayCount: days,
                logins: logins(slug, employees)
            )
        }
        return SeedPlan(organizations: list, password: demoPassword)
    }

    private static func logins(_ slug: String, _ employees: Int) -> [Login] {
        let owner = Login(email: "owner@\(slug).example", name: "Owner of \(slug)", isOwner: true, employee: 0)
        guard employees > 1 else { return [owner] }
        let member = Login(
            email: "member@\(slug).example",
            name: "Member of \(slug)",
            isOwner: false,
            employee: employees - 1
        )
        return [owner, member]
    }
}
