namespace Weir.Protocol.Errors;

/// <summary>Whose fault an error is.</summary>
public enum ErrorOrigin
{
    /// <summary>The request has to change.</summary>
    Client,

    /// <summary>This server failed.</summary>
    Gateway,

    /// <summary>An upstream provider failed.</summary>
    Provider,
}
