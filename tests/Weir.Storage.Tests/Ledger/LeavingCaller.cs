using System.Reflection;

namespace Weir.Storage.Tests.Ledger;

/// <summary>A store whose caller leaves while the first write with the caller's token is under way: it becomes durable all the same.</summary>
public class LeavingCaller<T> : DispatchProxy
    where T : class
{
    private T _store = null!;
    private CancellationTokenSource _caller = null!;

    public static T Of(T store, CancellationTokenSource caller)
    {
        var proxy = Create<T, LeavingCaller<T>>();
        var leaving = (LeavingCaller<T>)(object)proxy;
        (leaving._store, leaving._caller) = (store, caller);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(_store, args);
        var isRead = targetMethod.Name.StartsWith("Read", StringComparison.Ordinal) || targetMethod.Name.StartsWith("get_", StringComparison.Ordinal);
        if (!isRead && args!.Contains(_caller.Token))
        {
            _caller.Cancel();
        }

        return result;
    }
}
