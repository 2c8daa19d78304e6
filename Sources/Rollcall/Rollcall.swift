import Server

@main
struct Rollcall {
    static func main() async {
        await RollcallCommand.start()
    }
}
