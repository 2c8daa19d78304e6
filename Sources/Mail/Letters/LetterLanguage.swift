/// A language that letters are written in.
enum LetterLanguage: String {
    case english = "en"
    case german = "de"

    /// Of a language tag (BCP 47) the language counts; English where letters are not written in it.
    init(locale: String) {
        let language = locale.prefix { $0 != "-" }.lowercased()
        self = LetterLanguage(rawValue: language) ?? .english
    }

    func content(of letter: Letter) -> LetterContent {
        switch self {
        case .english: EnglishLetters.content(of: letter)
        case .german: GermanLetters.content(of: letter)
        }
    }
}
