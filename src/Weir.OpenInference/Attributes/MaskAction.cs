namespace Weir.OpenInference;

/// <summary>What the configuration says about one attribute.</summary>
internal enum MaskAction
{
    Keep,
    Redact,
    Drop,
}
