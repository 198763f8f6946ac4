/// <reference types="astro/client" />
/// <reference types="@astrojs/starlight/locals" />

declare namespace App {
  interface Locals {
    /** The page that is rendered, for the parts of the frame around its content. */
    page: import('./page/section.ts').Page
    /** The navigation beside it. */
    navigation: import('./page/navigation.ts').Navigation
  }
}
