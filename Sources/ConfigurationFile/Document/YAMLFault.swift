internal import Yams

/// What the parser could not read, in words for the person who wrote it.
struct YAMLFault {
    private let message: String
    private let place: ProblemLog.Place

    init(_ error: any Error, in text: YAMLText) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _):
            place = .init(line: mark.line, column: mark.column)
            message = Self.explained(problem)
        case YamlError.composer(_, let problem, let mark, _):
            place = .init(line: mark.line, column: mark.column)
            message = Self.explained(problem)
        case YamlError.reader(let problem, let offset, _, _):
            place = text.place(ofCharacter: offset ?? 0)
            message = Self.explained(problem)
        default:
            place = .init(line: 1, column: 1)
            message = "the file cannot be read as YAML: \(error)"
        }
    }

    func report(to log: ProblemLog) {
        log.report(message, at: place, path: "")
    }

    private static let explanations: KeyValuePairs = [
        "mapping values are not allowed":
            "a `:` is not expected here; quote a text that contains one, and give nested keys lines of their own",
        "did not find expected key":
            "this line does not fit; keys of one mapping begin in the same column, and a closing bracket or quote "
            + "may be missing before",
        "could not find expected ':'": "a key is not followed by `:`",
        "did not find expected ',' or":
            "a list or mapping in brackets goes on here without a comma, or lacks its closing bracket",
        "did not find expected '-' indicator": "items of one list begin with `- ` in the same column",
        "found another document": "a second document begins here; a file holds one",
        "found undefined alias": "this alias stands for nothing; define it before with `&`",
        "found unexpected end of stream": "a quote or bracket is not closed before the end of the file",
        "found character that cannot start any token": "this character cannot begin a value; put the text in quotes",
        "control characters are not allowed": "the file contains a control character; remove it",
        "exceeded max depth": "the file is nested too deeply",
    ]

    private static func explained(_ problem: String) -> String {
        explanations.first { problem.contains($0.key) }?.value ?? "this is not YAML: \(problem)"
    }
}
