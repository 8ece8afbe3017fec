namespace Weir.OpenInference;

/// <summary>Restores, once, what was current before a scope.</summary>
internal sealed class ContextScope(Action restore) : IDisposable
{
    private Action? _restore = restore;

    public void Dispose()
    {
        _restore?.Invoke();
        _restore = null;
    }
}
