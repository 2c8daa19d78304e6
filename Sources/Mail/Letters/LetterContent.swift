/// What a letter says, before it is text or HTML.
struct LetterContent {
    struct Action {
        let label: String
        let link: String
    }

    let subject: String
    /// Above the link.
    let paragraphs: [String]
    var action: Action?
    /// Below the link.
    let closing: String

    var text: String {
        let link = action.map { [$0.link] } ?? []
        return (paragraphs + link + [closing]).joined(separator: "\n\n") + "\n"
    }

    func html(in language: LetterLanguage) -> String {
        let button = action.map { action in
            let link = HTML.escape(action.link)
            return """
                <p><a href="\(link)">\(HTML.escape(action.label))</a></p>
                <p>\(link)</p>

                """
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head><meta charset="utf-8"><title>\(HTML.escape(subject))</title></head>
            <body>
            \(paragraphs.map(HTML.paragraph).joined())\(button ?? "")\(HTML.paragraph(closing))</body>
            </html>

            """
    }
}

private enum HTML {
    static func paragraph(_ text: String) -> String { "<p>\(escape(text))</p>\n" }

    /// Text within an element or a quoted attribute.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
