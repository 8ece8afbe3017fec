namespace Weir.Server.Configuration;

/// <summary>What a server does beside passing calls on: <c>mode</c> in <c>weir.json</c>.</summary>
public enum ServerMode
{
    /// <summary>Keys, limits, charges, generations and traces.</summary>
    Full,

    /// <summary>Keys, limits, charges with their generations; calls leave no trace.</summary>
    Governed,

    /// <summary>None of it: anybody on this machine calls, and nothing is kept. For measuring.</summary>
    Bare,
}
