using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>The edge around code that walks JSON: names with half a surrogate pair cannot be compared, which the framework says with an exception of its own.</summary>
internal static class WellFormed
{
    /// <exception cref="TranslationException">The request holds such a name.</exception>
    public static T Request<T>(Func<T> translate)
    {
        try
        {
            return translate();
        }
        catch (InvalidOperationException wrong) when (wrong is not ObjectDisposedException)
        {
            throw new TranslationException("The name of a member in the request is not valid Unicode.");
        }
    }

    /// <exception cref="InvalidDataException">The answer holds such a name.</exception>
    public static T Answer<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException wrong) when (wrong is not ObjectDisposedException)
        {
            throw new InvalidDataException("The name of a member is not valid Unicode.", wrong);
        }
    }
}
