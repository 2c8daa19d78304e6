/// How the form of usernames is told to people.
enum UsernameForm {
    static let explanation =
        "A username has 3 to 64 letters, digits, dots, hyphens and underscores, and no other characters."
}
