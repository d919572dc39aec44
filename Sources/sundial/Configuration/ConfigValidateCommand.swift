import ArgumentParser
import ConfigurationFile
import ContactCenter
import Gateway
import GatewayAPI

/// `sundial config validate`
struct ConfigValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Says everything that is wrong with a configuration file, with line and column.",
        discussion: "Needs no running node. Exits with 1 when something is wrong.")

    @Argument(help: "The configuration file; - is standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @OptionGroup var read: ReadOptions

    func run() async throws {
        let problems = ConfigurationFile.read(try ConfigurationSource.read(file)).problems
        if read.json {
            let faults = problems.map { Problem.Fault($0) }
            try Report.json(ConfigurationValidation(isValid: problems.isEmpty, errors: faults))
        } else {
            for problem in problems { print("\(file):\(problem.line):\(problem.column): \(problem.message)") }
            print(
                problems.isEmpty
                    ? "\(file) is valid." : "\(problems.count) \(problems.count == 1 ? "error" : "errors").")
        }
        if !problems.isEmpty { throw ExitCode.failure }
    }
}
