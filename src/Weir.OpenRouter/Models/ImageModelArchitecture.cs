namespace Weir.OpenRouter;

/// <summary>What an image model reads and makes.</summary>
public sealed record ImageModelArchitecture : WireRecord
{
    /// <summary>What it reads: of <c>text</c>, <c>image</c>, <c>file</c>, <c>audio</c>, <c>video</c>.</summary>
    public IReadOnlyList<string>? InputModalities { get; init; }

    /// <summary>What it makes: <c>image</c>, for some also <c>text</c>.</summary>
    public IReadOnlyList<string>? OutputModalities { get; init; }
}
