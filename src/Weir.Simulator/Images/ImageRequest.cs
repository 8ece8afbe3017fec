namespace Weir.Simulator.Images;

/// <summary>An image request, checked.</summary>
internal sealed record ImageRequest
{
    public required string Model { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Pictures to draw, 1 to 10.</summary>
    public required int Count { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    public required string Quality { get; init; }

    public required string Background { get; init; }

    public required long Seed { get; init; }

    public required bool Stream { get; init; }

    /// <summary>Unfinished pictures before the whole one, 0 to 3; only in a stream.</summary>
    public required int PartialCount { get; init; }

    /// <summary>Pictures that came with the request, for an edit.</summary>
    public required int InputCount { get; init; }

    /// <summary>Tells edits of different pictures apart.</summary>
    public required ulong InputSeed { get; init; }

    public string Size => FormattableString.Invariant($"{Width}x{Height}");

    /// <summary>As OpenAI counts a picture of medium quality, for the area asked for.</summary>
    public int TokensPerImage => Math.Max(1, Width * Height / 992);
}
