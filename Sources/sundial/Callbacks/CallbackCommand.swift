import ArgumentParser

/// `sundial callback`
struct CallbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callback", abstract: "Shows and books callbacks, and says what became of them.",
        subcommands: [
            CallbackListCommand.self, CallbackSlotsCommand.self, CallbackBookCommand.self, CallbackRequestCommand.self,
            CallbackReportCommand.self, CallbackCancelCommand.self,
        ])
}
