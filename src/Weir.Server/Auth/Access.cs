namespace Weir.Server.Auth;

/// <summary>Who may perform an operation. Management keys, sign-in links and administrators may perform all of them but <see cref="InferenceKey"/>.</summary>
internal enum Access
{
    /// <summary>Anybody, without a key.</summary>
    Open,

    /// <summary>An application with a key, and never a session of the console: it spends, or sends spans.</summary>
    InferenceKey,

    /// <summary>Any key, and any user; shown is what the caller's workspace has.</summary>
    AnyCaller,

    /// <summary>A user who is a member of the workspace that the address names, or of the one the session is in.</summary>
    Member,

    /// <summary>A user who made the key that the address names, or is an administrator of its workspace.</summary>
    KeyOwner,

    /// <summary>A user who is an administrator of the workspace that the address names, or of that of the key it names.</summary>
    WorkspaceAdmin,

    /// <summary>Nobody else.</summary>
    Administrator,
}
