/// Why a text is no JSON, or more of it than is taken.
package struct JSONError: Error, Hashable, Sendable {
    /// What was found, and what would be right.
    package let message: String
    /// The byte at which it was found, from 0.
    package let offset: Int
}
