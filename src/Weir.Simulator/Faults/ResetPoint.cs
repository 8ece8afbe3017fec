namespace Weir.Simulator.Faults;

/// <summary>Where a planned TCP reset falls.</summary>
internal enum ResetPoint
{
    None,

    /// <summary>Before any byte of the response.</summary>
    Headers,

    /// <summary>After the response headers, before the first event.</summary>
    Body,
}
