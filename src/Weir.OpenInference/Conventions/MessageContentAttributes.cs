namespace Weir.OpenInference;

/// <summary>Attribute names of one part of a message, relative to its list element.</summary>
/// <remarks>Python's <c>MessageContentAttributes.MESSAGE_CONTENT_*</c>.</remarks>
public static class MessageContentAttributes
{
    /// <summary>One of <see cref="MessageContentTypes"/>.</summary>
    public const string Type = "message_content.type";

    /// <summary>Text of a text or reasoning part.</summary>
    public const string Text = "message_content.text";

    /// <summary>Object prefix; holds <see cref="ImageAttributes.Url"/>.</summary>
    public const string Image = "message_content.image";

    /// <summary>Object prefix; holds <see cref="AudioAttributes"/>.</summary>
    public const string Audio = "message_content.audio";

    /// <summary>Object prefix; holds <see cref="VideoAttributes.Url"/>.</summary>
    public const string Video = "message_content.video";

    /// <summary>The provider's id of the part.</summary>
    public const string Id = "message_content.id";

    /// <summary>Opaque provider signature.</summary>
    public const string Signature = "message_content.signature";

    /// <summary>Redacted reasoning as the provider sent it.</summary>
    public const string Data = "message_content.data";

    /// <summary>Encrypted reasoning as the provider sent it.</summary>
    public const string EncryptedContent = "message_content.encrypted_content";
}
