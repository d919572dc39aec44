import CNATS
import Cluster
import Foundation

extension NATSOptions {
    /// Connects, which blocks, and has `notices` told of what happens later.
    ///
    /// - Returns: A `natsConnection *` that the caller destroys.
    func connect(telling notices: NATSNotices) throws(ClusterError) -> OpaquePointer {
        var options: OpaquePointer?
        try check(natsOptions_Create(&options))
        defer { natsOptions_Destroy(options) }
        try setServers(of: options)
        try setTimes(of: options)
        try setIdentity(of: options)
        try setEncryption(of: options)
        if let options { notices.ask(options) }
        var connection: OpaquePointer?
        try check(natsConnection_Connect(&connection, options))
        guard let connection else { throw ClusterError(NATS_ERR, "no connection was opened", at: places) }
        return connection
    }

    private func setServers(of options: OpaquePointer?) throws(ClusterError) {
        var addresses = servers.map { UnsafePointer(strdup($0)) }
        defer { for address in addresses { free(UnsafeMutablePointer(mutating: address)) } }
        try check(natsOptions_SetServers(options, &addresses, Int32(clamping: addresses.count)))
        try check(natsOptions_SetNoRandomize(options, true))
        try check(natsOptions_SetName(options, name))
        try check(natsOptions_SetSendAsap(options, true))
        try check(natsOptions_SetFailRequestsOnDisconnect(options, true))
    }

    private func setTimes(of options: OpaquePointer?) throws(ClusterError) {
        let jitter = reconnectJitter.milliseconds
        try check(natsOptions_SetTimeout(options, connectTimeout.milliseconds))
        try check(natsOptions_SetMaxReconnect(options, -1))
        try check(natsOptions_SetReconnectWait(options, reconnectWait.milliseconds))
        try check(natsOptions_SetReconnectJitter(options, jitter, jitter))
        try check(natsOptions_SetPingInterval(options, pingEvery.milliseconds))
        try check(natsOptions_SetMaxPingsOut(options, 2))
        try check(natsOptions_SetWriteDeadline(options, writeDeadline.milliseconds))
    }

    private func setIdentity(of options: OpaquePointer?) throws(ClusterError) {
        switch identity {
        case .anonymous: break
        case .credentials(let file):
            try checkReadable(file, "credentials")
            try check(natsOptions_SetUserCredentialsFromFiles(options, file, nil))
        case .nkey(let publicKey, let seedFile):
            try checkReadable(seedFile, "NKey's seed")
            try check(natsOptions_SetNKeyFromSeed(options, publicKey, seedFile))
        }
    }

    private func setEncryption(of options: OpaquePointer?) throws(ClusterError) {
        guard let tls else { return }
        try check(natsOptions_SetSecure(options, true))
        if let authorities = tls.authorities {
            try checkReadable(authorities, "authorities")
            try check(natsOptions_LoadCATrustedCertificates(options, authorities))
        }
        if let certificate = tls.certificate {
            try checkReadable(certificate, "certificate")
            try check(natsOptions_LoadCertificatesChain(options, certificate, tls.key))
        }
    }

    private func checkReadable(_ file: String, _ what: String) throws(ClusterError) {
        guard !FileManager.default.isReadableFile(atPath: file) else { return }
        throw ClusterError(
            .malformed,
            "no connection was opened: the file \(file) with the \(what) is not there or may not be read by this user; "
                + "name another, or give it to the user who runs the node")
    }

    private func check(_ status: natsStatus) throws(ClusterError) {
        try ClusterError.check(status, "no connection was opened", at: places)
    }
}

extension Duration {
    /// Whole milliseconds, as libnats counts.
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
