namespace Weir.Gateway.Media;

/// <summary>What a content part that may name its content by an address holds.</summary>
public enum MediaKind
{
    Image,
    File,
    Video,
}
