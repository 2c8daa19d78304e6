import FoundationEssentials
import Testing

@testable import Auth

@Suite struct DeviceKeyTests {
    @Test func readsBackItsText() throws {
        let organization = UUID()
        let key = DeviceKey.random(organizationID: organization)
        #expect(key.text.hasPrefix("rollcall_device_"))
        #expect(key.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        let read = try #require(DeviceKey(key.text))
        #expect(read == key)
        #expect(read.organizationID == organization)
        #expect(read.hash == key.hash && key.hash.count == 32)
        #expect(DeviceKey.random(organizationID: organization) != key)
    }

    @Test func refusesEverythingElse() {
        let text = DeviceKey.random(organizationID: UUID()).text
        let bare = String(text.dropFirst(DeviceKey.prefix.count))
        for other in ["", bare, text + "A", String(text.dropLast()), "Rollcall_device_" + bare, " " + text] {
            #expect(DeviceKey(other) == nil, "\(other)")
        }
    }

    @Test func mayOnlyPunch() {
        let rights = DeviceCaller(.random(organizationID: UUID())).rights
        #expect(rights.effective.map(\.permission) == [.attendanceClockDevice])
        #expect(Rights.of(.owner).scope(of: .attendanceClockDevice) == nil)
    }
}
