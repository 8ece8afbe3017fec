namespace Weir.Simulator;

/// <summary>How a request to the simulator ended.</summary>
public enum SimulatedOutcome
{
    /// <summary>Still being answered.</summary>
    Running,

    /// <summary>Answered to the end that its fault plan foresaw.</summary>
    Completed,

    /// <summary>Answered with an error status, by fault or because the request was wrong.</summary>
    Refused,

    /// <summary>The simulator broke the connection on purpose.</summary>
    Cut,

    /// <summary>The client left before the end, or the simulator was stopped.</summary>
    Aborted,
}
