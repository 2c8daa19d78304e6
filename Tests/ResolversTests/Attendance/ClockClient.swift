import Auth
import JSON
import Testing
import Time

/// Somebody at the clock.
struct ClockClient {
    let fixture: TenantFixture
    let viewer: Viewer

    init(_ fixture: TenantFixture, _ person: TestPerson) {
        self.fixture = fixture
        viewer = person.viewer
    }

    func clockIn(_ input: JSONObject = JSONObject(), at now: String) async throws -> JSONValue {
        try await send("ClockIn", input, now, selecting: "\(Self.session) \(Self.record)")
    }

    func clockOut(_ input: JSONObject = JSONObject(), at now: String) async throws -> JSONValue {
        try await send("ClockOut", input, now, selecting: "\(Self.session) \(Self.record)")
    }

    func breakStart(_ input: JSONObject = JSONObject(), at now: String) async throws -> JSONValue {
        try await send("BreakStart", input, now, selecting: Self.session)
    }

    func breakEnd(_ input: JSONObject = JSONObject(), at now: String) async throws -> JSONValue {
        try await send("BreakEnd", input, now, selecting: Self.session)
    }

    /// The payload; its `userErrors` may have something.
    private func send(
        _ name: String,
        _ input: JSONObject,
        _ now: String,
        selecting fields: String
    ) async throws -> JSONValue {
        let document = """
            mutation ($input: Attendance\(name)Input!) { attendance\(name)(input: $input) { \(Self.event) \(fields)
              userErrors { code path ... on AlreadyClockedInError { openSession { id } } } clientMutationId } }
            """
        var variables = JSONObject()
        variables["input"] = .object(input)
        let data = try await fixture.data(document, variables, as: viewer, now: try instant(now))
        return try #require(data["attendance\(name)"])
    }

    private static let event = """
        event { id kind occurredAt timeZone source ip note voided voidReason reportedAt
          point { latitude longitude accuracyMeters } actor { id } employee { id } }
        """
    private static let session = """
        session { id status clockInAt clockOutAt workedMinutes version
          breaks { id startedAt endedAt isPaid minutes } clockIn { id } clockOut { id } record { id } employee { id } }
        """
    private static let record = """
        record { id workDate slot timeZone workedMinutes breakMinutes lateMinutes earlyLeaveMinutes overtimeMinutes
          firstInAt lastOutAt status isLocked version flags sessions { id } events { kind } }
        """
}

func instant(_ text: String) throws -> Timestamp {
    try #require(Timestamp(rfc3339: text))
}

extension JSONValue {
    /// The codes of a payload's user errors.
    var codes: [String] {
        self["userErrors"]?.arrayValue?.compactMap { $0["code"]?.stringValue } ?? ["NO PAYLOAD"]
    }

    /// The value at names joined by points.
    func at(_ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { value, name in
            guard let index = Int(name) else { return value?[String(name)] }
            guard let items = value?.arrayValue, items.indices.contains(index) else { return nil }
            return items[index]
        }
    }
}

extension JSONObject {
    init(_ members: (String, JSONValue)...) {
        self.init()
        for (key, value) in members { self[key] = value }
    }
}
