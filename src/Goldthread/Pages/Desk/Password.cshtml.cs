using System.ComponentModel.DataAnnotations;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk;

/// <summary>Changes a password; the present one is asked for.</summary>
public sealed class PasswordModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, CurrentPerson current, Sessions sessions) : FormPage
{
    /// <summary>The present password, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
    public string? Present { get; set; }

    /// <summary>The new one, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
    public string? Next { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Changes it, and ends every other session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var person = (await people.FindByIdAsync(current.Standing!.Person.ToString()))!;
        if (Next is not { Length: >= 12 and <= 200 })
            ModelState.AddModelError("next", "Enter at least twelve characters");
        else if (Next.Contains(person.Email!, StringComparison.OrdinalIgnoreCase) || Next.Distinct().Count() < 5)
            ModelState.AddModelError("next", "This is too easy to guess: it holds your address, or few different characters");
        if (ModelState.IsValid && !(await signIn.CheckPasswordSignInAsync(person, Present is { Length: <= 200 } typed ? typed : "", lockoutOnFailure: true)).Succeeded)
            ModelState.AddModelError("present", "This is not your present password, or it was tried too often");
        if (!ModelState.IsValid)
            return Page();
        var changed = await people.ChangePasswordAsync(person, Present!, Next!);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("next", "This password is too easy to guess. Enter at least twelve characters, several words for example");
            return Page();
        }

        await sessions.EndAllAsync(person.Id, HttpContext.RequestAborted);
        await ((PersonSignIn)signIn).By(current.Proof).SignInAsync(person, isPersistent: false);
        return LocalRedirect("/desk/account");
    }
}
