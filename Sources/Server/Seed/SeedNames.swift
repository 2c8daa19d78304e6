/// Made-up names.
enum SeedNames {
    private static let firstNames = [
        "Ada", "Bela", "Caro", "Dario", "Edda", "Farid", "Gita", "Hanno", "Imke", "Joss", "Kaya", "Lenn", "Mira",
        "Nilo",
        "Oda", "Pavel", "Quinn", "Runa", "Silas", "Tova", "Ugo", "Vera", "Wim", "Xenia", "Yara", "Zeno",
    ]
    private static let lastStarts = [
        "Alder", "Birk", "Carren", "Dorn", "Elst", "Feld", "Gars", "Holm", "Ister", "Jarn", "Kest", "Lind", "Marl",
        "Nord",
        "Oster", "Pell", "Rosen", "Stell", "Thorn", "Varn", "Wester",
    ]
    private static let lastEnds = [
        "berg", "by", "dal", "en", "feld", "gaard", "ham", "inger", "ley", "mann", "son", "wick",
    ]
    static let departments = [
        "Operations", "Production", "Logistics", "Sales", "Customer Care", "Finance", "People", "Engineering",
        "Quality",
        "Facilities",
    ]
    static let jobTitles = ["Associate", "Specialist", "Coordinator", "Technician", "Analyst", "Planner", "Supervisor"]
    private static let companies = [
        "Amber", "Beacon", "Cobalt", "Delta", "Ember", "Fjord", "Granite", "Harbor", "Indigo", "Juniper", "Kestrel",
        "Lumen",
        "Meridian", "Nimbus", "Orchard", "Pioneer", "Quarry", "Ridge", "Summit", "Tundra",
    ]
    private static let trades = ["Foods", "Freight", "Instruments", "Retail", "Services", "Textiles", "Works"]

    static func person(_ random: inout SeedRandom) -> String {
        "\(random.element(of: firstNames)) \(random.element(of: lastStarts))\(random.element(of: lastEnds))"
    }

    static func company(_ index: Int) -> String {
        "\(companies[index % companies.count]) \(trades[index / companies.count % trades.count])"
    }
}
