import Testing

@testable import Server

@Suite struct EnvironmentFileTests {
    @Test func readsWhatShellsRead() throws {
        let text = """
            # comment
            PLAIN=value
            export EXPORTED=yes
              SPACED = around
            DOUBLE="with # and spaces "
            SINGLE='it is' # said
            COMMENT=before # after
            HASH=pass#word
            EMPTY=
            URL=postgresql://user:p%23@host/db?a=b
            """
        let variables = try EnvironmentFile.parse(text, path: ".env")
        #expect(
            variables == [
                "PLAIN": "value", "EXPORTED": "yes", "SPACED": "around", "DOUBLE": "with # and spaces ",
                "SINGLE": "it is", "COMMENT": "before", "HASH": "pass#word", "EMPTY": "",
                "URL": "postgresql://user:p%23@host/db?a=b",
            ]
        )
    }

    @Test(arguments: ["NAME", "=value", "A B=c", "QUOTE=\"open", "QUOTE=\"a\" b"])
    func refusesWithTheLine(_ line: String) {
        let error = #expect(throws: SettingError.self) { try EnvironmentFile.parse("OK=1\n\(line)", path: "x/.env") }
        #expect(error?.description == "x/.env, line 2: NAME=value is expected.")
    }
}
