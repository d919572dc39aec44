/// Columns of text under headings, as wide as their longest cell.
struct Table {
    /// How a column's cells stand in it.
    enum Alignment {
        case left, right
    }

    private let headings: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// A column whose heading begins with `>` is aligned to the right; the sign is not shown.
    init(_ headings: String...) {
        self.headings = headings.map { $0.hasPrefix(">") ? String($0.dropFirst()) : $0 }
        alignments = headings.map { $0.hasPrefix(">") ? .right : .left }
    }

    /// - Precondition: as many cells as headings.
    mutating func add(_ cells: String...) {
        precondition(cells.count == headings.count, "\(cells.count) cells under \(headings.count) headings")
        rows.append(cells)
    }

    /// The table as lines, headings first; `empty` alone when there are no rows.
    func text(empty: String) -> String {
        guard !rows.isEmpty else { return empty }
        let widths = headings.indices.map { column in
            ([headings] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([headings] + rows).map { row in line(row, widths: widths) }.joined(separator: "\n")
    }

    private func line(_ row: [String], widths: [Int]) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            line += alignments[column] == .right ? padding + cell : cell + padding
            line += "  "
        }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
